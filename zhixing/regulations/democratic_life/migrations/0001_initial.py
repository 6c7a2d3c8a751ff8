import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('files', '0001_initial'),
        ('meetings', '0002_append_only'),
        ('organ', '0006_enrolment'),
    ]

    operations = [
        migrations.CreateModel(
            name='LifeMeeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=40, verbose_name='编号')),
                ('year', models.PositiveSmallIntegerField(verbose_name='年度')),
                ('sort', models.CharField(choices=[('年度', '年度民主生活会'), ('专题', '专题民主生活会')], max_length=2, verbose_name='类别')),
                ('ground', models.CharField(choices=[('重大决策失误', '重大决策失误'), ('突发事件处置失当', '突发事件处置失当'), ('纪检巡视审计发现重要问题', '纪检巡视审计发现重要问题'), ('发生违纪违法案件', '发生违纪违法案件'), ('无', '无')], max_length=20, verbose_name='专门召开的情形')),
                ('theme', models.CharField(max_length=200, verbose_name='主题')),
                ('day', models.DateField(verbose_name='开会日期')),
                ('state', models.CharField(choices=[('办理中', '办理中'), ('已办结', '已办结'), ('已撤销', '已撤销')], default='办理中', max_length=3, verbose_name='状态')),
                ('at', models.DateTimeField(verbose_name='登记时间')),
                ('closed_at', models.DateTimeField(null=True, verbose_name='办结时间')),
                ('closing', models.CharField(blank=True, max_length=300, verbose_name='撤销原因')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='登记人')),
                ('meeting', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.meeting', verbose_name='会议')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
            ],
            options={
                'ordering': ['-day', '-id'],
                'constraints': [models.UniqueConstraint(fields=('organ', 'number'), name='a_life_meeting_numbered_once'), models.CheckConstraint(condition=models.Q(('state', '办理中'), ('closed_at__isnull', False), _connector='OR'), name='a_life_meeting_closed_at')],
            },
        ),
        migrations.CreateModel(
            name='DayMove',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('before', models.DateField(verbose_name='原定日期')),
                ('after', models.DateField(verbose_name='改到')),
                ('reason', models.CharField(max_length=300, verbose_name='原因')),
                ('consent', models.CharField(blank=True, max_length=100, verbose_name='上级同意的文号或者依据')),
                ('consented_on', models.DateField(null=True, verbose_name='上级同意日期')),
                ('at', models.DateTimeField(verbose_name='登记时间')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='登记人')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moves', to='democratic_life.lifemeeting')),
            ],
            options={
                'ordering': ['at', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('consent', ''), ('consented_on', None)), models.Q(models.Q(('consent', ''), _negated=True), ('consented_on__isnull', False)), _connector='OR'), name='a_consent_has_its_day')],
            },
        ),
        migrations.CreateModel(
            name='Criticism',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(max_length=4000, verbose_name='内容')),
                ('at', models.DateTimeField(verbose_name='登记时间')),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='谁说的')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('receiver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='对谁说')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='criticisms', to='democratic_life.lifemeeting')),
            ],
            options={
                'ordering': ['giver__number', 'receiver__number', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Content',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('item', models.CharField(choices=[('路线方针', '贯彻执行党的路线方针政策和区委区政府决定的情况'), ('民主集中', '坚持民主集中制、加强班子自身建设的情况'), ('廉洁自律', '执行廉政建设规定、廉洁奉公遵纪守法的情况'), ('思想工作', '对党员、群众做思想政治工作的情况'), ('作风群众', '改进作风、联系群众的情况'), ('任务完成', '一个阶段或者年度工作任务完成的情况'), ('调研问题', '开展调研的情况和存在的主要问题'), ('上级要求', '上级党组织要求的其他内容')], max_length=4, verbose_name='内容')),
                ('covered', models.BooleanField(null=True, verbose_name='谈到')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='说明')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contents', to='democratic_life.lifemeeting')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('case', 'item'), name='a_content_once_a_life_meeting')],
            },
        ),
        migrations.CreateModel(
            name='AbsentStatement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(max_length=8000, verbose_name='书面发言')),
                ('at', models.DateTimeField(verbose_name='提交时间')),
                ('informed_on', models.DateField(null=True, verbose_name='会后通报日期')),
                ('informed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='通报人')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='缺席成员')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='democratic_life.lifemeeting')),
            ],
            options={
                'ordering': ['person__number'],
                'constraints': [models.UniqueConstraint(fields=('case', 'person'), name='one_statement_a_member')],
            },
        ),
        migrations.CreateModel(
            name='LifeOpinion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('group', models.CharField(choices=[('科室', '本局各科室'), ('单位', '相关单位'), ('群众', '党内外群众'), ('退休', '退休干部职工')], max_length=2, verbose_name='哪一方面')),
                ('text', models.TextField(max_length=2000, verbose_name='意见')),
                ('day', models.DateField(verbose_name='日期')),
                ('anonymous', models.BooleanField(verbose_name='不署名')),
                ('source', models.CharField(blank=True, max_length=60, verbose_name='提出单位或者人员')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='登记人')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to='democratic_life.lifemeeting')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='提出人')),
            ],
            options={
                'ordering': ['group', 'day', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('anonymous', False), ('by__isnull', False)), models.Q(('anonymous', True), ('by', None), ('person', None), ('source', '')), _connector='OR'), name='unsigned_means_nobody')],
            },
        ),
        migrations.CreateModel(
            name='Material',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('班子材料', '班子对照检查材料'), ('发言提纲', '个人发言提纲')], max_length=4, verbose_name='材料')),
                ('text', models.TextField(blank=True, max_length=8000, verbose_name='内容')),
                ('at', models.DateTimeField(verbose_name='提交时间')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='materials', to='democratic_life.lifemeeting')),
                ('file', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile', verbose_name='材料附件')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='撰写人')),
            ],
            options={
                'ordering': ['kind', 'person__number', '-at'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('text', ''), _negated=True), ('file__isnull', False), _connector='OR'), name='a_material_says_something')],
            },
        ),
        migrations.CreateModel(
            name='Measure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=500, verbose_name='整改措施')),
                ('due', models.DateField(verbose_name='完成时限')),
                ('at', models.DateTimeField(verbose_name='登记时间')),
                ('done_on', models.DateField(null=True, verbose_name='完成日期')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='登记人')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='责任人')),
            ],
            options={
                'ordering': ['due', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Followup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(verbose_name='日期')),
                ('text', models.CharField(max_length=500, verbose_name='进展')),
                ('done', models.BooleanField(verbose_name='已经完成')),
                ('at', models.DateTimeField(verbose_name='登记时间')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='登记人')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('measure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='followups', to='democratic_life.measure')),
            ],
            options={
                'ordering': ['day', 'id'],
            },
        ),
        migrations.CreateModel(
            name='MemberTalk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(verbose_name='谈心日期')),
                ('at', models.DateTimeField(verbose_name='登记时间')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='登记人')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='talks', to='democratic_life.lifemeeting')),
                ('one', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='一方')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='另一方')),
            ],
            options={
                'ordering': ['day', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('one__lt', models.F('other'))), name='a_pair_is_written_one_way'), models.UniqueConstraint(fields=('case', 'one', 'other', 'day'), name='a_pair_once_a_day')],
            },
        ),
        migrations.CreateModel(
            name='OpinionSummary',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sections', models.TextField(max_length=2000, verbose_name='本局各科室')),
                ('units', models.TextField(max_length=2000, verbose_name='相关单位')),
                ('public', models.TextField(max_length=2000, verbose_name='党内外群众')),
                ('retirees', models.TextField(max_length=2000, verbose_name='退休干部职工')),
                ('at', models.DateTimeField(verbose_name='汇总时间')),
                ('told_at', models.DateTimeField(null=True, verbose_name='会上通报时间')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='汇总人')),
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='summary', to='democratic_life.lifemeeting')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('told_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='通报登记人')),
            ],
        ),
        migrations.CreateModel(
            name='Problem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(verbose_name='序号')),
                ('text', models.CharField(max_length=500, verbose_name='问题')),
                ('source', models.CharField(choices=[('对照检查', '对照检查'), ('征求意见', '征求意见'), ('批评意见', '相互批评'), ('上级指出', '上级党组织指出')], max_length=4, verbose_name='来源')),
                ('level', models.CharField(choices=[('一般', '一般问题'), ('重大', '重大问题')], max_length=2, verbose_name='程度')),
                ('state', models.CharField(choices=[('待定措施', '待定措施'), ('整改中', '整改中'), ('已销号', '已销号')], default='待定措施', max_length=4, verbose_name='状态')),
                ('at', models.DateTimeField(verbose_name='登记时间')),
                ('struck_at', models.DateTimeField(null=True, verbose_name='销号时间')),
                ('struck_note', models.CharField(blank=True, max_length=300, verbose_name='销号意见')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='登记人')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='problems', to='democratic_life.lifemeeting')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('struck_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='销号人')),
            ],
            options={
                'ordering': ['order'],
                'constraints': [models.UniqueConstraint(fields=('case', 'order'), name='a_problem_numbered_once'), models.CheckConstraint(condition=models.Q(models.Q(('state', '已销号'), ('struck_at__isnull', False)), models.Q(models.Q(('state', '已销号'), _negated=True), ('struck_at', None)), _connector='OR'), name='struck_off_by_somebody')],
            },
        ),
        migrations.AddField(
            model_name='measure',
            name='problem',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='measures', to='democratic_life.problem'),
        ),
        migrations.CreateModel(
            name='SuperiorReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('whom', models.CharField(max_length=60, verbose_name='上级党组织')),
                ('document', models.CharField(max_length=60, verbose_name='文号')),
                ('day', models.DateField(verbose_name='报告日期')),
                ('meeting_day', models.DateField(null=True, verbose_name='报告的开会日期')),
                ('at', models.DateTimeField(verbose_name='登记时间')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='登记人')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='democratic_life.lifemeeting')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile', verbose_name='报告')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('problem', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='democratic_life.problem', verbose_name='重大问题')),
            ],
            options={
                'ordering': ['day', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('meeting_day__isnull', False), ('problem', None)), models.Q(('meeting_day', None), ('problem__isnull', False)), _connector='OR'), name='a_report_of_a_day_or_of_a_problem')],
            },
        ),
    ]
