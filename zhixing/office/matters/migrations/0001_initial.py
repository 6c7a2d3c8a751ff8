import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organ', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Matter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(blank=True, max_length=40, verbose_name='编号')),
                ('regulation', models.CharField(max_length=40, verbose_name='制度')),
                ('procedure', models.CharField(max_length=40, verbose_name='程序')),
                ('title', models.CharField(max_length=200, verbose_name='标题')),
                ('state', models.CharField(choices=[('草稿', '草稿'), ('审批中', '审批中'), ('已同意', '已同意'), ('不同意', '不同意'), ('已退回', '已退回'), ('已撤回', '已撤回'), ('已办结', '已办结'), ('已作废', '已作废')], default='草稿', max_length=4, verbose_name='状态')),
                ('edition', models.DateField(null=True, verbose_name='版本')),
                ('question', models.CharField(blank=True, max_length=40, verbose_name='所问')),
                ('ruling', models.JSONField(default=dict, verbose_name='裁定')),
                ('facts', models.JSONField(default=dict, verbose_name='事实')),
                ('form', models.JSONField(default=dict, verbose_name='表单')),
                ('round', models.PositiveIntegerField(default=1, verbose_name='轮次')),
                ('version', models.PositiveIntegerField(default=0, verbose_name='版次')),
                ('created_at', models.DateTimeField(verbose_name='建立时间')),
                ('submitted_at', models.DateTimeField(null=True, verbose_name='提交时间')),
                ('closed_at', models.DateTimeField(null=True, verbose_name='结束时间')),
                ('last_act', models.CharField(blank=True, max_length=8, verbose_name='最近动作')),
                ('last_order', models.IntegerField(default=-1, verbose_name='最近环节')),
                ('last_at', models.DateTimeField(null=True, verbose_name='最近时间')),
                ('last_actor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('starter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='started', to='organ.person')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['organ', 'starter', 'state'], name='matters_mat_organ_i_cc01e2_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('organ', 'number'), name='matter_number_once')],
            },
        ),
        migrations.CreateModel(
            name='Phrase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=200, verbose_name='意见')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='排序')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='phrases', to='organ.person')),
            ],
            options={
                'ordering': ['order', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('round', models.PositiveIntegerField(default=1, verbose_name='轮次')),
                ('order', models.PositiveIntegerField(verbose_name='顺序')),
                ('bearers', models.JSONField(default=list, verbose_name='办理人')),
                ('merged', models.JSONField(default=list, verbose_name='合并的环节')),
                ('name', models.CharField(max_length=40, verbose_name='环节')),
                ('post', models.CharField(max_length=20, verbose_name='岗位')),
                ('act', models.CharField(max_length=20, verbose_name='办理')),
                ('label', models.CharField(max_length=60, verbose_name='要求')),
                ('clause', models.CharField(blank=True, max_length=16, verbose_name='条款')),
                ('cite', models.CharField(blank=True, max_length=100, verbose_name='出处')),
                ('needs', models.CharField(blank=True, max_length=200, verbose_name='要什么')),
                ('limit', models.CharField(blank=True, max_length=40, verbose_name='时限')),
                ('due_at', models.DateTimeField(null=True, verbose_name='限办时间')),
                ('state', models.CharField(choices=[('未到', '未到'), ('办理中', '办理中'), ('已办', '已办'), ('跳过', '跳过')], default='未到', max_length=4, verbose_name='状态')),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='matters.matter')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
            ],
            options={
                'ordering': ['order', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Opinion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('post', models.CharField(max_length=40, verbose_name='身份')),
                ('act', models.CharField(max_length=20, verbose_name='动作')),
                ('text', models.TextField(blank=True, verbose_name='意见')),
                ('at', models.DateTimeField(verbose_name='时间')),
                ('entry_seq', models.PositiveBigIntegerField(verbose_name='流水号')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to='matters.matter')),
                ('on_behalf_of', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person')),
                ('step', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to='matters.step')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('办理', '办理'), ('传阅', '传阅'), ('抄送', '抄送'), ('知悉', '知悉')], max_length=4, verbose_name='类别')),
                ('state', models.CharField(choices=[('待办', '待办'), ('已办', '已办'), ('已转办', '已转办'), ('已取消', '已取消')], default='待办', max_length=4, verbose_name='状态')),
                ('round', models.PositiveIntegerField(default=1, verbose_name='轮次')),
                ('arrived_at', models.DateTimeField(verbose_name='到达时间')),
                ('done_at', models.DateTimeField(null=True, verbose_name='办理时间')),
                ('due_at', models.DateTimeField(null=True, verbose_name='限办时间')),
                ('delegation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.delegation')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='matters.matter')),
                ('on_behalf_of', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='organ.person')),
                ('step', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='matters.step')),
            ],
            options={
                'ordering': ['-arrived_at', '-id'],
                'indexes': [models.Index(fields=['organ', 'person', 'state', 'kind', '-arrived_at'], name='matters_tas_organ_i_8641cd_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', '待办')), fields=('step', 'person', 'kind'), name='one_open_task_a_person_a_step')],
            },
        ),
    ]
